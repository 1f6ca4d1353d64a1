import { takeUpFirstNight } from '../../src/jobs/prepared/take-up.ts';

/** A process that fills an empty data folder with a first night that was made beforehand: folder, prepared, instant. */
const [data = '', prepared = '', at = ''] = process.argv.slice(2);
await takeUpFirstNight(data, new Date(at), prepared);
