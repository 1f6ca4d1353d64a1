/** The name robots.txt rules can address. */
export const USER_AGENT_TOKEN = 'LicetBot';

/** The User-Agent: who reads, and where to complain. Characters that a header may not hold are left out. */
export const userAgent = (version: string, contact: string | null): string => {
  const reachable = contact === null ? 'operator gave no contact' : contact.replace(/[^\x20-\x7E]|[()]/g, '');
  return `${USER_AGENT_TOKEN}/${version} (register verification; ${reachable})`;
};
