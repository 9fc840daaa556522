import type { PresetName } from '../../lab/cookie-case/presets/presets.ts';
import * as m from '../../messages/compiled/messages.js';

export const presetTitles: Readonly<Record<PresetName, () => string>> = {
  'localhost-ports': m.cookie_case_preset_localhost_ports,
  'two-hostings': m.cookie_case_preset_two_hostings,
  'none-without-secure': m.cookie_case_preset_none_without_secure,
  'http-in-development': m.cookie_case_preset_http_in_development,
  'domain-of-the-hosting': m.cookie_case_preset_domain_of_the_hosting,
  'domain-of-the-front-end': m.cookie_case_preset_domain_of_the_front_end,
  'host-only': m.cookie_case_preset_host_only,
  subdomain: m.cookie_case_preset_subdomain,
  'two-loopback-names': m.cookie_case_preset_two_loopback_names,
  'mixed-content': m.cookie_case_preset_mixed_content,
  'page-without-tls': m.cookie_case_preset_page_without_tls,
  'secure-then-plain': m.cookie_case_preset_secure_then_plain,
  'set-in-a-frame': m.cookie_case_preset_set_in_a_frame,
  'frame-and-its-api': m.cookie_case_preset_frame_and_its_api,
  'third-party-blocked': m.cookie_case_preset_third_party_blocked,
  'partition-of-another-page': m.cookie_case_preset_partition_of_another_page,
  pixel: m.cookie_case_preset_pixel,
  'strict-from-a-mail': m.cookie_case_preset_strict_from_a_mail,
  'return-by-post': m.cookie_case_preset_return_by_post,
  'same-site-misspelt': m.cookie_case_preset_same_site_misspelt,
  'host-prefix': m.cookie_case_preset_host_prefix,
  'default-path': m.cookie_case_preset_default_path,
  'log-out-path': m.cookie_case_preset_log_out_path,
  'log-out-domain': m.cookie_case_preset_log_out_domain,
  'log-out-prefix': m.cookie_case_preset_log_out_prefix,
  'two-of-one-name': m.cookie_case_preset_two_of_one_name,
  'too-large': m.cookie_case_preset_too_large,
  'nine-hours-too-long': m.cookie_case_preset_nine_hours_too_long,
  'nine-hours-too-early': m.cookie_case_preset_nine_hours_too_early,
  'max-age-in-minutes': m.cookie_case_preset_max_age_in_minutes,
  'any-origin': m.cookie_case_preset_any_origin,
};

/** As they are looked for. */
export const presetGroups: readonly {
  readonly title: () => string;
  readonly names: readonly PresetName[];
}[] = [
  {
    title: m.cookie_case_presets_development,
    names: ['localhost-ports', 'two-loopback-names', 'http-in-development', 'mixed-content'],
  },
  {
    title: m.cookie_case_presets_sites,
    names: [
      'two-hostings',
      'subdomain',
      'host-only',
      'domain-of-the-front-end',
      'page-without-tls',
      'secure-then-plain',
      'strict-from-a-mail',
      'return-by-post',
      'any-origin',
    ],
  },
  {
    title: m.cookie_case_presets_frames,
    names: [
      'set-in-a-frame',
      'frame-and-its-api',
      'third-party-blocked',
      'partition-of-another-page',
      'pixel',
    ],
  },
  {
    title: m.cookie_case_presets_field,
    names: [
      'none-without-secure',
      'same-site-misspelt',
      'domain-of-the-hosting',
      'host-prefix',
      'default-path',
      'too-large',
    ],
  },
  {
    title: m.cookie_case_presets_end,
    names: [
      'log-out-path',
      'log-out-domain',
      'log-out-prefix',
      'two-of-one-name',
      'nine-hours-too-long',
      'nine-hours-too-early',
      'max-age-in-minutes',
    ],
  },
];
