/** The versions of HTTP whose connections behave differently (RFC 1945, 9112, 9113, 9114). */
export const HTTP_VERSIONS = ['1.0', '1.1', '2', '3'] as const;

export type HttpVersion = (typeof HTTP_VERSIONS)[number];

/** Whether one connection carries many exchanges at a time (RFC 9113 §5, RFC 9114 §2). */
export function isMultiplexed(version: HttpVersion): version is '2' | '3' {
  return version === '2' || version === '3';
}
