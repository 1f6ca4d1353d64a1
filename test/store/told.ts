/** What was told as plain values, so that what two engines say can be compared. */
export const told = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one) =>
      one instanceof Map || one instanceof Set
        ? [...one].sort()
        : one instanceof Uint8Array
          ? Buffer.from(one).toString('hex')
          : one,
    ),
  );
