import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Identity of an institution: the id is stable for ever; everything known lies in its dossier. */
export const institution = sqliteTable(
  'institution',
  {
    id: text('id').primaryKey(),
    firstGeneration: integer('first_generation').notNull(),
    mergedInto: text('merged_into'),
    mergedGeneration: integer('merged_generation'),
    titleZh: text('title_zh'),
    titleEn: text('title_en'),
    province: text('province'),
    city: text('city'),
    /** Digest of what its first row states of name, place and numbers: rows that state the same are one record. */
    node: text('node'),
  },
  (table) => [index('institution_merged').on(table.mergedInto), index('institution_node').on(table.node)],
);

/** Digests of the words, houses and numbers of a record's rows: two records that share one are compared. In SQLite the table is its own index (migration 0015). */
export const block = sqliteTable(
  'block',
  { key: integer('key').notNull(), institution: text('institution_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.key, table.institution] }),
    index('block_institution').on(table.institution),
  ],
);

/** A statement of one record; `lastGeneration` is set only when it is withdrawn as a misreading. */
const statement = {
  id: integer('id').primaryKey(),
  institution: text('institution_id').notNull(),
  record: integer('record').notNull(),
  firstGeneration: integer('first_generation').notNull(),
  lastGeneration: integer('last_generation'),
};

/** Where a record says the institution, or one of its campuses 院区, stands. */
export const campus = sqliteTable('campus', { ...statement, address: text('address').notNull() }, (table) => [
  index('campus_record').on(table.record),
]);

export const name = sqliteTable(
  'name',
  {
    ...statement,
    value: text('value').notNull(),
    kind: text('kind').notNull(),
    language: text('language').notNull(),
    official: integer('official').notNull(),
  },
  (table) => [index('name_institution').on(table.institution), index('name_record').on(table.record)],
);

/** Key under which a name is found exactly; see src/name-keys/keys.ts. In SQLite the table is its own index (migration 0015). */
export const nameKey = sqliteTable(
  'name_key',
  {
    key: text('key').notNull(),
    form: text('form').notNull(),
    name: integer('name').notNull(),
    institution: text('institution_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.form, table.name] })],
);

export const identifier = sqliteTable(
  'identifier',
  { ...statement, scheme: text('scheme').notNull(), value: text('value').notNull() },
  (table) => [index('identifier_value').on(table.value), index('identifier_record').on(table.record)],
);

export const credential = sqliteTable(
  'credential',
  {
    ...statement,
    gate: text('gate').notNull(),
    code: text('code').notNull(),
    status: text('status').notNull(),
    issuer: text('issuer'),
    programme: text('programme'),
    validFrom: text('valid_from'),
    validUntil: text('valid_until'),
    body: text('body').notNull(),
  },
  (table) => [index('credential_code').on(table.code), index('credential_record').on(table.record)],
);
