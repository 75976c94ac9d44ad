'use client'

/** For a field that is part of the form's data and shown elsewhere, or nowhere. */
export function Invisible() {
  return null
}
