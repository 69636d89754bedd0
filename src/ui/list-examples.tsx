import { BarChart } from './bar-chart.tsx'
import { DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { EntryList } from './entry-list.tsx'
import type { Example } from './example.ts'
import { FollowLinks } from './follow-links.tsx'
import { FilterForm } from './filter-form.tsx'
import { Paging } from './paging.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

export const listExamples: readonly Example[] = [
  {
    component: 'EntryList',
    name: 'me gjendje',
    render: () => (
      <EntryList
        level={3}
        items={[
          {
            href: '#',
            title: 'Rregullore për tregjet e hapura dhe tregtinë ambulante në hapësirat publike',
            quiet: 'Projektvendim · Bashkia Kodrina · deri më 1 dhjetor 2026 · 14 komente',
            state: { tone: 'done', label: 'I hapur' },
          },
          {
            href: '#',
            title: 'Buxheti i vitit 2027',
            quiet: 'Projektvendim · Bashkia Kodrina · deri më 24 nëntor 2026 · 203 komente',
            state: { tone: 'warning', label: 'Mbyllet pas 2 ditësh' },
          },
          {
            href: '#',
            title: 'Plani lokal i gjelbërimit',
            quiet: 'Rregullore · Komuna Lugina · 15 shtator 2026 · një koment',
            state: null,
          },
        ]}
      />
    ),
  },
  {
    component: 'DataTable',
    name: 'me numra',
    render: () => (
      <DataTable
        caption="Komentet sipas neneve"
        firstColumnHeader
        head={[
          { label: 'Neni' },
          { label: 'Komente', numeric: true },
          { label: 'Pranuar', numeric: true },
          { label: 'Gjendja' },
        ]}
        rows={[
          ['Neni 1. Objekti', 4, 2, 'Me përgjigje'],
          ['Neni 5. Oraret e tregut', 128, 31, 'Në shqyrtim'],
          [<a href="#">Neni 12/1. Tarifat</a>, '1 204', 0, 'Në shqyrtim'],
        ]}
      />
    ),
  },
  {
    component: 'BarChart',
    name: 'dy lloje sipas muajve',
    render: () => (
      <BarChart
        id="aktet-sipas-muajve"
        title="Aktet sipas muajve"
        desc="Shtylla për çdo muaj. Më shumë akte u miratuan në mars: 14."
        series={['Vendime', 'Rregullore']}
        bars={[
          { label: 'janar', parts: [6, 0] },
          { label: 'shkurt', parts: [0, 0] },
          { label: 'mars', parts: [11, 3] },
        ]}
      />
    ),
  },
  {
    component: 'FilterForm',
    name: 'me pastrim',
    render: () => (
      <FilterForm action="#" legend="Kufizoni listën" submit="Zbato" clear={{ href: '#', label: 'Hiqni kufizimet' }}>
        <TextField name="l-fjale" label="Fjalë" type="search" />
        <SelectField
          name="l-gjendja"
          label="Gjendja"
          options={[
            { value: '', label: 'Të gjitha' },
            { value: 'hapur', label: 'Të hapura' },
          ]}
        />
      </FilterForm>
    ),
  },
  {
    component: 'Paging',
    name: 'në mes të listës',
    render: () => (
      <Paging
        label="Faqet e listës"
        newer={{ href: '#', label: 'Më të reja' }}
        older={{ href: '#', label: 'Më të vjetra' }}
      />
    ),
  },
  {
    component: 'FollowLinks',
    name: 'një institucion',
    render: () => <FollowLinks lang="sq" query="institucioni=bregas" />,
  },
  {
    component: 'EmptyState',
    name: 'pa konsultime',
    render: () => (
      <EmptyState>
        <p>Tani nuk ka asnjë konsultim të hapur.</p>
        <p>
          <a href="#">Shihni konsultimet e mbyllura</a>
        </p>
      </EmptyState>
    ),
  },
]
