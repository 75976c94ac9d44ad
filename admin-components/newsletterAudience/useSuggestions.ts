'use client'

import { useEffect, useState } from 'react'
import { useApi } from '../api.js'

interface Suggestions {
  tags: string[]
  cities: string[]
}

/** The tags and towns that customers have; none until they are there, and none when they cannot be had. */
export function useSuggestions(newslettersSlug: string): Suggestions {
  const api = useApi()
  const [suggestions, setSuggestions] = useState<Suggestions>({ tags: [], cities: [] })
  useEffect(() => {
    let current = true
    void api<Suggestions>('GET', `/${newslettersSlug}/audience-values`)
      .catch(() => null)
      .then((found) => current && found && setSuggestions(found))
    return () => {
      current = false
    }
  }, [api, newslettersSlug])
  return suggestions
}
