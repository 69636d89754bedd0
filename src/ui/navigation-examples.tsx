import { Breadcrumbs } from './breadcrumbs.tsx'
import { Columns } from './columns.tsx'
import { CopyLink } from './copy-link.tsx'
import type { Example } from './example.ts'
import { SubNav } from './tabs-nav.tsx'

export const navigationExamples: readonly Example[] = [
  {
    component: 'Breadcrumbs',
    name: 'dy shkallë',
    render: () => (
      <Breadcrumbs
        label="Vendndodhja"
        items={[
          { href: '#', label: 'Konsultimet' },
          { href: '#', label: 'Rregullore për tregjet e hapura' },
        ]}
      />
    ),
  },
  {
    component: 'SubNav',
    name: 'pjesët e një konsultimi',
    render: () => (
      <SubNav
        label="Pjesët e konsultimit"
        items={[
          { href: '#', label: 'Teksti', current: true },
          { href: '#', label: 'Komentet', count: 1204 },
          { href: '#', label: 'Takimet', count: 2 },
          { href: '#', label: 'Raporti' },
        ]}
      />
    ),
  },
  {
    component: 'CopyLink',
    name: 'adresa e nenit',
    render: () => (
      <p>
        <CopyLink href="#neni-5" label="Adresa e këtij neni" copied="U kopjua." />
      </p>
    ),
  },
  {
    component: 'Columns',
    name: 'tri kolona',
    render: () => (
      <Columns left={<p>Çfarë ju pret</p>} right={<p>Çfarë dihet</p>}>
        <p>Puna</p>
      </Columns>
    ),
  },
]
