/** A database holds rows already: nothing is copied beside them. */
export class DatabaseNotEmpty extends Error {
  override readonly name = 'DatabaseNotEmpty';
  constructor(table: string) {
    super(
      `the database holds rows already (${table}): name another, or empty it with DROP SCHEMA licet CASCADE where nobody uses it`,
    );
  }
}
