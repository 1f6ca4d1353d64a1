/** Tells the present instant. Handed to whoever needs it, so that a test can hold time still. */
export type Clock = () => Date;

/** The machine's clock: the only place in the project that asks what time it is. */
export const systemClock: Clock = () => new Date();
