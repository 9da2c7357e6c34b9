import { z, type ZodType } from 'zod';
import type { AwsAccess } from './aws.ts';

const nothing = z.strictObject({});

/** The number of a connection. */
export const connection = z.int().positive();

// What the AWS CLI takes, and nothing that could be more than a name in a header or an address.
/** A name that AWS knows something by. */
export const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}]*$/u);

/** The code of a region. */
export const region = z.string().regex(/^[a-z0-9-]{1,40}$/u);

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

/** What a request for a connection to AWS has to look like. */
export const awsRequests = {
  listCredentials: nothing,
  pasteKeys: nothing,
  connectAws: z.strictObject({
    credentials,
    region: region.or(z.undefined()),
    askIdentity: z.boolean(),
  }),
  disconnectAws: z.strictObject({ connection }),
} satisfies { readonly [C in keyof AwsAccess]: ZodType };
