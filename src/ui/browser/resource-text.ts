import type { BrowserEvent } from '../../browser/events.ts';
import * as m from '../../messages/compiled/messages.js';

type Blocked = Extract<BrowserEvent, { type: 'resource-blocked' }>;

const names: Record<Blocked['destination'], () => string> = {
  image: m.console_resource_image,
  style: m.console_resource_style,
  script: m.console_resource_script,
  iframe: m.console_resource_iframe,
};

type Say = (values: { what: string; directive: string; sources: string }) => string;

const reasons: Record<Blocked['code'], Say> = {
  'mixed-content': m.console_resource_mixed_content,
  'url-with-credentials': m.console_resource_url_with_credentials,
  'outside-the-lab': m.console_resource_outside_the_lab,
  'invalid-url': m.console_resource_no_address,
  'unsupported-scheme': m.console_resource_no_address,
  'too-many-redirects': m.console_resource_too_many_redirects,
  'blocked-by-policy': m.console_resource_blocked_by_policy,
};

/** Why a page did not get something that it embeds. */
export function blockedResourceText({ destination, code, values }: Blocked): string {
  const { directive = '', sources = '' } = values;
  const what = names[destination]();
  return reasons[code]({ what, directive: String(directive), sources: String(sources) });
}
