import { z, type ZodType } from 'zod';
import type { ObjectStore } from './object-store.ts';

const nothing = z.strictObject({});
const connection = z.int().positive();
// What the AWS CLI takes, and nothing that could be more than a name in a header or an address.
const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}]*$/u);
const key = z.string().max(4096);

const credentials = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('profile'),
    profile: name,
    mfaCode: z
      .string()
      .regex(/^\d{6}$/u)
      .or(z.undefined()),
  }),
  z.strictObject({ kind: z.literal('environment') }),
  z.strictObject({ kind: z.literal('machine') }),
  z.strictObject({ kind: z.literal('pasted') }),
]);

/** What a request to an object store has to look like. */
export const storeRequests = {
  listCredentials: nothing,
  pasteKeys: nothing,
  connectStore: z.strictObject({
    credentials,
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/u)
      .or(z.undefined()),
    endpoint: z
      .url({ protocol: /^https?$/u })
      .max(1000)
      .or(z.undefined()),
    pathStyle: z.boolean(),
    requesterPays: z.boolean(),
    askIdentity: z.boolean(),
  }),
  disconnectStore: z.strictObject({ connection }),
  listObjects: z.strictObject({
    connection,
    bucket: name,
    prefix: key,
    folders: z.boolean(),
    next: z.string().max(8192).or(z.undefined()),
  }),
  openObjectPorts: z.strictObject({ connection, count: z.int().min(1).max(16) }),
} satisfies { readonly [C in keyof ObjectStore]: ZodType };
