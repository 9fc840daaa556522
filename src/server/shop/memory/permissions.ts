const things = [
  ...['orders', 'carts', 'products', 'prices', 'reviews', 'coupons', 'invoices', 'refunds'],
  ...[
    'deliveries',
    'customers',
    'addresses',
    'suppliers',
    'recipes',
    'ovens',
    'shifts',
    'branches',
  ],
  ...['reports', 'budgets', 'payrolls', 'settings', 'accounts', 'messages', 'campaigns', 'audits'],
];

const deeds = [
  ...['read', 'create', 'update', 'delete', 'export', 'import', 'approve', 'archive', 'share'],
  'assign',
];

const all = things.flatMap((thing) => deeds.map((deed) => `${thing}:${deed}`));

/** So many permissions, as grown shops write them into their tokens. */
export function permissions(count: number): readonly string[] {
  return all.slice(0, count);
}
