import { Licet, LicetProblem } from 'licet-client';

const { LICET_URL = 'http://127.0.0.1:8080', LICET_KEY } = process.env;
const licet = new Licet({ baseUrl: LICET_URL, ...(LICET_KEY === undefined ? {} : { key: LICET_KEY }) });

try {
  const verdict = await licet.verify({ name: 'Ruijin Hospital', city: 'Shanghai', service: 'G06' });
  process.stdout.write(`${verdict.outcome}: ${verdict.summary}\n`);
  for (const { sentence, next } of verdict.asked)
    process.stdout.write(`${sentence}\n  next: ${next?.text ?? 'nothing'}\n`);
} catch (fault) {
  if (!(fault instanceof LicetProblem)) throw fault;
  process.stderr.write(`${fault.code}: ${fault.message}\n`);
  process.exitCode = 1;
}
