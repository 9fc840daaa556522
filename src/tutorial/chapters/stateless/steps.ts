import type { Chapter } from '../../step.ts';
import { byAddress } from './by-address.ts';
import { crash } from './crash.ts';
import { firstMeeting } from './first-meeting.ts';
import { noName } from './no-name.ts';
import { passwordEachTime } from './password-each-time.ts';
import { ticketByHand } from './ticket-by-hand.ts';
import { twoInstances } from './two-instances.ts';

export const chapter: Chapter = {
  slug: 'stateless',
  minutes: 20,
  steps: [firstMeeting, noName, byAddress, passwordEachTime, ticketByHand, twoInstances, crash],
};
