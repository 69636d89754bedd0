import { formatNumber } from '#platform/i18n/formats.ts'

export type SubNavItem = {
  href: string
  label: string
  current?: boolean | undefined
  count?: number | undefined
}

/** Parts of one matter, each a page of its own: links, not tabs, so that they work without script and can be sent. */
export const SubNav = ({ label, items }: { label: string; items: readonly SubNavItem[] }) => (
  <nav class="kv-subnav" aria-label={label}>
    <ul class="kv-subnav__list">
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count !== undefined && <span class="kv-subnav__count"> {formatNumber(item.count)}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
