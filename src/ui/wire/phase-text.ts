import * as m from '../../messages/compiled/messages.js';
import type { ExchangeTiming, PhaseName } from '../../wire/connections/timing.ts';

const names: Readonly<Record<PhaseName, () => string>> = {
  queued: m.connections_phase_queued,
  tcp: m.connections_phase_tcp,
  accept: m.connections_phase_accept,
  tls: m.connections_phase_tls,
  quic: m.connections_phase_quic,
  exchange: m.connections_phase_exchange,
};

export function phaseName(phase: PhaseName): string {
  return names[phase]();
}

/** What an exchange spent its time on, in words. */
export function phasesText({ phases }: ExchangeTiming): string {
  return phases
    .map(({ phase, ms }) => m.connections_phase_ms({ phase: phaseName(phase), ms }))
    .join(', ');
}
