import type { EvidenceSource } from './evidence.ts';

/**
 * The import, and the later ones that cannot stand without it: what they did not store again since
 * an earlier import had it, and whatever rests on those. In ascending order.
 */
export function withOwingImports(
  importId: number,
  sources: readonly Pick<EvidenceSource, 'importId' | 'owed'>[],
): readonly number[] {
  const creditorsOf = new Map<number, Set<number>>();
  for (const { importId: debtor, owed } of sources) {
    if (owed.length === 0) continue;
    const creditors = creditorsOf.get(debtor) ?? new Set<number>();
    for (const { importId: creditor } of owed) creditors.add(creditor);
    creditorsOf.set(debtor, creditors);
  }
  const gone = new Set([importId]);
  // Debts are to earlier imports only, so that one pass in order finds all.
  for (const debtor of [...creditorsOf.keys()].sort((one, other) => one - other)) {
    if ([...(creditorsOf.get(debtor) ?? [])].some((creditor) => gone.has(creditor)))
      gone.add(debtor);
  }
  return [...gone];
}
