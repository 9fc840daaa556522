import * as m from '../../messages/compiled/messages.js';
import type { NavigationProblem } from '../../browser/tab.ts';

/** Why a navigation showed no page, and what to do, in words. */
export function problemText({ code, url }: NavigationProblem): string {
  return texts[code]({ url });
}

const texts: Record<NavigationProblem['code'], (values: { url: string }) => string> = {
  'invalid-url': m.stage_problem_invalid_url,
  'unsupported-scheme': m.stage_problem_unsupported_scheme,
  'outside-the-lab': m.stage_problem_outside_the_lab,
  'too-many-redirects': m.stage_problem_too_many_redirects,
  'frame-too-deep': m.stage_problem_frame_too_deep,
  'mixed-content': m.stage_problem_mixed_content,
  'url-with-credentials': m.stage_problem_url_with_credentials,
  sandboxed: m.stage_problem_sandboxed,
  'needs-user-activation': m.stage_problem_needs_user_activation,
  'form-resubmission': m.stage_problem_form_resubmission,
  aborted: m.stage_problem_aborted,
  'connection-refused': m.stage_problem_connection_refused,
  'connection-lost': m.stage_problem_connection_lost,
  'name-not-resolved': m.stage_problem_name_not_resolved,
};
