/** The only place where a component of the admin panel is named by its path; the host's import map resolves it. */
export const clientComponent = (name: string): string => `mozaikoo-crm/client#${name}`
export const serverComponent = (name: string): string => `mozaikoo-crm/rsc#${name}`
