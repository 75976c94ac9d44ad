'use client'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import '../theme/theme.css'

interface Props {
  href: string
  label: string
  /** Everything that belongs to the CRM: there the entry is marked. */
  paths: string[]
}

export function CrmNavLinkClient({ href, label, paths }: Props) {
  const pathname = usePathname()
  const within = paths.some((path) => pathname === path || pathname.startsWith(`${path}/`))
  return (
    <Link
      aria-current={within ? (pathname === href ? 'page' : 'true') : undefined}
      className="nav__link crm-nav-link"
      href={href}
      id="nav-crm"
      prefetch={false}
    >
      {within && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
