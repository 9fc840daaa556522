import * as m from '../../messages/compiled/messages.js';
import type { Topic } from '../../tutorial/interview/questions.ts';

export const topicNames: Readonly<Record<Topic, () => string>> = {
  http: m.interview_topic_http,
  cookies: m.interview_topic_cookies,
  sessions: m.interview_topic_sessions,
  tokens: m.interview_topic_tokens,
  attacks: m.interview_topic_attacks,
};
