/** What can be chosen in the demo, each with its default first. It lives in the address, so that a view can be linked to. */
const CHOICES = {
  page: ['session', 'goals', 'felt', 'video', 'form'],
  lang: ['en', 'es', 'ar'],
  viewer: ['client', 'therapist'],
  storage: ['device', 'fhir'],
  support: ['standard', 'easy'],
  theme: ['auto', 'light', 'dark'],
  instrument: ['session-alliance', 'session-alliance-brief'],
};

/** The state that an address such as `?page=video&lang=ar&support=easy` stands for. */
export function readSettings(search = location.search) {
  const query = new URLSearchParams(search);
  const chosen = Object.entries(CHOICES).map(([name, values]) => {
    const value = query.get(name);
    return [name, values.includes(value) ? value : values[0]];
  });
  const session = Number.parseInt(query.get('session') ?? '1', 10);
  return { ...Object.fromEntries(chosen), session: session > 0 ? session : 1 };
}

/** The address of a state; defaults are left out. */
export function addressOf(state) {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(CHOICES)) {
    if (state[name] !== values[0]) query.set(name, state[name]);
  }
  if (state.session > 1) query.set('session', String(state.session));
  return `?${query.toString()}`;
}
