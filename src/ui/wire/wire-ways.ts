/** Ways to look at what goes over the wire. */
export type WireWay = 'messages' | 'waterfall' | 'load' | 'overheard';
