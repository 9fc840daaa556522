import type { Grade } from '../../lab/tickets/ticket-list.ts';
import * as m from '../../messages/compiled/messages.js';

export const gradeNames: Readonly<Record<Grade, () => string>> = {
  1: m.tickets_grade_1,
  2: m.tickets_grade_2,
  3: m.tickets_grade_3,
};
