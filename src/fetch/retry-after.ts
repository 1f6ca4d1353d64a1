/** Reads Retry-After (seconds, or an HTTP date) as epoch milliseconds; null when absent or unreadable. RFC 9110 §10.2.3. */
export const retryAfter = (header: string | undefined, now: Date): number | null => {
  if (header === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return now.getTime() + Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isFinite(date) ? date : null;
};
