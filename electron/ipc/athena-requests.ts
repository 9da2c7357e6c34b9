import { z, type ZodType } from 'zod';
import type { Athena } from './athena.ts';
import { connection, name } from './aws-requests.ts';

const inWorkGroup = z.strictObject({ connection, workGroup: name });
const inDatabase = inWorkGroup.extend({ catalog: name, database: name });
const query = z.strictObject({ connection, execution: z.uuid() });

/** What a request to Athena has to look like. */
export const athenaRequests = {
  listWorkGroups: z.strictObject({ connection }),
  getWorkGroup: inWorkGroup,
  listCatalogs: inWorkGroup,
  listDatabases: inWorkGroup.extend({ catalog: name }),
  listTables: inDatabase,
  getTable: inDatabase.extend({ table: name }),
  startQuery: inDatabase.extend({
    // The longest that StartQueryExecution takes.
    sql: z.string().min(1).max(262_144),
    output: z
      .string()
      .max(2000)
      .regex(/^s3:\/\/[^\p{Cc}]+$/u)
      .or(z.undefined()),
  }),
  getQuery: query,
  getQueryResults: query.extend({ next: z.string().max(100_000).or(z.undefined()) }),
  stopQuery: query,
} satisfies { readonly [C in keyof Athena]: ZodType };
