'use client'

import { useEffect, type RefObject } from 'react'

/**
 * Gives Payload's form controls their names for screen readers: in a form within a page its labels point to ids that the
 * controls do not carry, and the input of its selects has no label at all.
 */
export function useNamedControls(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return
    nameControls(form)
    const observer = new MutationObserver(() => nameControls(form))
    observer.observe(form, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [inside])
}

function nameControls(form: HTMLElement): void {
  for (const label of form.querySelectorAll<HTMLLabelElement>('label.field-label')) {
    const field = label.closest('.field-type')
    const select = field?.querySelector<HTMLInputElement>('input.rs__input')
    if (select) name(select, label)
    const control = select ?? field?.querySelector<HTMLElement>('input[id], textarea[id]')
    if (control?.id && label.htmlFor !== control.id && !document.getElementById(label.htmlFor))
      label.htmlFor = control.id
  }
  // Hidden from screen readers, so the keyboard must not stop there either; the select opens from its input.
  for (const button of form.querySelectorAll<HTMLElement>('button.dropdown-indicator[aria-hidden=true]'))
    button.tabIndex = -1
}

function name(select: HTMLInputElement, label: HTMLLabelElement): void {
  const text = label.textContent.replace('*', '').trim()
  if (select.getAttribute('aria-label') !== text) select.setAttribute('aria-label', text)
}
