import type { Exchange } from '../../lab/exchange.ts';

/** What travels where on the stage when a response has arrived. */
interface Journey {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const duration = 250;

/**
 * Shows with motion where what a response brought went: a `Set-Cookie` from the message into the jar, a
 * new row from the trace into the session table. With reduced motion nothing moves: what has arrived is
 * highlighted by its own panel.
 */
export function showTravel(stage: HTMLElement, exchange: Exchange): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const journey of journeysOf(exchange)) travel(stage, journey);
}

function journeysOf({ setCookies, sessionChanges }: Exchange): readonly Journey[] {
  const stored = setCookies.flatMap((decision) =>
    decision.ok && decision.code !== 'nothing-to-delete' ? [decision.cookie.name] : [],
  );
  const created = sessionChanges.some(
    ({ change }) => change === 'created' || change === 'regenerated',
  );
  return [
    ...stored.map((label) => ({ label, from: 'message', to: 'cookies' })),
    ...(created ? [{ label: 'sid', from: 'trace', to: 'sessions' }] : []),
  ];
}

function travel(stage: HTMLElement, { label, from, to }: Journey): void {
  const start = stage.querySelector(`[data-place='${from}']`)?.getBoundingClientRect();
  const end = stage.querySelector(`[data-place='${to}']`)?.getBoundingClientRect();
  if (!start || !end) return;
  const traveller = document.createElement('span');
  traveller.className = 'traveller';
  traveller.textContent = label;
  traveller.setAttribute('aria-hidden', 'true');
  document.body.append(traveller);
  const at = ({ left, top }: DOMRect) => `translate(${left + 16}px, ${top + 40}px)`;
  const motion = traveller.animate([{ transform: at(start) }, { transform: at(end) }], {
    duration,
    easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
  });
  void motion.finished.finally(() => traveller.remove());
}
