export { parseGuangzhou as parse } from '../presets/guangzhou.ts';
