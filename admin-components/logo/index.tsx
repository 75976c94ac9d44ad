/** Four stones of a mosaic; the last one is set apart in the accent colour. */
function Stones() {
  return (
    <>
      <rect x="2" y="2" width="9" height="9" rx="2" fill="currentColor" />
      <rect x="13" y="2" width="9" height="9" rx="4.5" fill="currentColor" opacity="0.55" />
      <rect x="2" y="13" width="9" height="9" rx="4.5" fill="currentColor" opacity="0.55" />
      <rect x="13" y="13" width="9" height="9" rx="2" fill="var(--crm-accent)" />
    </>
  )
}

/** The sign in the head of every page. */
export function CrmIcon() {
  return (
    <svg viewBox="0 0 24 24" width="100%" height="100%" role="img" aria-label="mozaikoo">
      <Stones />
    </svg>
  )
}

/** The sign with the name, on the pages without login. */
export function CrmLogo() {
  return (
    <span className="crm-logo">
      <svg viewBox="0 0 24 24" width="44" height="44" aria-hidden="true">
        <Stones />
      </svg>
      <span className="crm-logo__name">
        mozaikoo <b>CRM</b>
      </span>
    </span>
  )
}
