/**
 * Run once by `npm ci`, and when the image is built: reads the bundled lists, so that no first start has to. Nothing depends on it: where it cannot be
 * done (an older Node, a folder that nobody may write to) an installation is whole all the same, and a first start reads the lists itself.
 */
const OLDEST = 24;

const say = (text) => process.stderr.write(`licet: ${text}\n`);

const prepare = async () => {
  await import('./quick-start.js');
  const [{ systemClock }, { prepareFirstNight }] = await Promise.all([
    import('./clock.ts'),
    import('./jobs/prepared/prepare.ts'),
  ]);
  const made = await prepareFirstNight(systemClock());
  say(made ? 'the bundled lists were read for the first start' : 'the bundled lists had been read before');
};

if (Number.parseInt(process.versions.node, 10) >= OLDEST)
  await prepare().catch((cause) => say(`the first start will read the bundled lists (${cause})`));
