const terabyte = 2 ** 40;
const megabyte = 2 ** 20;
/** A query that reads less is charged for so much. */
const leastCharged = 10 * megabyte;

/** The list price of most regions for a terabyte read: https://aws.amazon.com/athena/pricing/ */
const dollarsPerTerabyte = 5;

/** What reading so much costs at the list price, in US dollars: by whole megabytes, ten at least. */
export function scanDollars(bytes: number): number {
  const charged = Math.max(leastCharged, Math.ceil(bytes / megabyte) * megabyte);
  return (charged / terabyte) * dollarsPerTerabyte;
}

/** Dollars with as many places as it takes to see something: `$0.00005`, `$1.28`. */
export function dollarText(dollars: number): string {
  if (dollars >= 0.01 || dollars === 0) return `$${dollars.toFixed(2)}`;
  return `$${Number(dollars.toPrecision(1))}`;
}
