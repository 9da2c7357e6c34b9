import { z, type ZodType } from 'zod';
import { connection, region } from './aws-requests.ts';
import { lookUpAttributes, type EventHistory } from './event-history.ts';

const wholeSecond = z.int().nonnegative().multipleOf(1000);

/** What a request to CloudTrail's Event history has to look like. */
export const historyRequests = {
  listRegions: z.strictObject({ connection }),
  lookUpEvents: z.strictObject({
    connection,
    region,
    attribute: z
      .strictObject({ name: z.enum(lookUpAttributes), value: z.string().min(1).max(2000) })
      .or(z.undefined()),
    start: wholeSecond,
    end: wholeSecond,
    next: z.string().max(100_000).or(z.undefined()),
  }),
} satisfies { readonly [C in keyof EventHistory]: ZodType };
