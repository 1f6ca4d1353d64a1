/** The longest a request waits for another try, in milliseconds. */
const LONGEST_MS = 60_000;

const waitOf = (response: Response, attempt: number): number => {
  const seconds = Number(response.headers.get('retry-after'));
  const asked = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 500 * 2 ** attempt;
  return Math.min(asked, LONGEST_MS);
};

/** A fetch that asks again after 429 and 503, when the service says it may be asked again, at most `retries` times. */
export const askAgain =
  (fetch: typeof globalThis.fetch, retries: number) =>
  async (request: Request): Promise<Response> => {
    for (let attempt = 0; ; attempt += 1) {
      const response = await fetch(request.clone());
      if (attempt >= retries || (response.status !== 429 && response.status !== 503)) return response;
      await response.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, waitOf(response, attempt)));
    }
  };
