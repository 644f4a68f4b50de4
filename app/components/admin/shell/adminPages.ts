/** The curation pages that have a place in the navigation. */
export const adminPages = [
  { href: '/admin/templates', label: 'Templates' },
  { href: '/admin/templates/import', label: 'Import & export' },
  { href: '/admin/performance', label: 'Performance' },
] as const

/** Which of them an address belongs to: the one that says most of it. */
export function openAdminPage(path: string): string | null {
  const fitting = adminPages.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  return fitting.reduce((best, { href }) => (href.length > best.length ? href : best), '') || null
}
