/** The data folder where nobody names one. */
export const DEFAULT_DATA = './data';
