import { z, type ZodType } from 'zod';
import { connection, name } from './aws-requests.ts';
import type { ObjectStore } from './object-store.ts';

const store = z.int().positive();
const key = z.string().max(4096);

/** What a request to an object store has to look like. */
export const storeRequests = {
  openStore: z.strictObject({
    connection,
    endpoint: z
      .url({ protocol: /^https?$/u })
      .max(1000)
      .or(z.undefined()),
    pathStyle: z.boolean(),
    requesterPays: z.boolean(),
  }),
  listObjects: z.strictObject({
    store,
    bucket: name,
    prefix: key,
    folders: z.boolean(),
    next: z.string().max(8192).or(z.undefined()),
  }),
  openObjectPorts: z.strictObject({ store, count: z.int().min(1).max(16) }),
} satisfies { readonly [C in keyof ObjectStore]: ZodType };
