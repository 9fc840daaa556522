const silent = 'allow-same-origin allow-forms';

let tokens: string | null = null;

/**
 * The `sandbox` of every page frame. Without `allow-scripts` WebKit calls no listener in the frame at all, those
 * neither that the page outside has put there: nothing in it could be clicked. So there, and only there, the token
 * is given. What no script may run is then the frame's own policy (`page-frame-document.ts`), in all engines.
 */
export function pageFrameSandbox(): string {
  tokens ??= isHeard() ? silent : `${silent} allow-scripts`;
  return tokens;
}

/** Whether a listener from outside is called in a frame without script. */
function isHeard(): boolean {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', silent);
  frame.hidden = true;
  document.body.append(frame);
  let heard = false;
  frame.contentDocument?.addEventListener('probe', () => {
    heard = true;
  });
  frame.contentDocument?.dispatchEvent(new Event('probe'));
  frame.remove();
  return heard;
}
