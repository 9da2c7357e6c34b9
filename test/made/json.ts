/** A JSON value; evidence says `null` where a call has no parameters. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
