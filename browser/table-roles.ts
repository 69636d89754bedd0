// On a narrow screen our tables are laid out as lists, and some browsers then no longer tell that they are tables.
const ROLES: Record<string, string> = {
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  td: 'cell',
  'th[scope=col]': 'columnheader',
  'th[scope=row]': 'rowheader',
}

for (const table of document.querySelectorAll('.kv-table')) {
  table.setAttribute('role', 'table')
  for (const [part, role] of Object.entries(ROLES)) {
    for (const element of table.querySelectorAll(part)) element.setAttribute('role', role)
  }
}
