export const UNSET = "as configured";

/** What documents can be for: the values of the setting `operation`. */
export const CHOICES = [
  { value: "", label: UNSET, description: "what the configuration file says, or auto" },
  { value: "auto", label: "auto", description: "a feed is a response, an entry a create" },
  { value: "create", label: "create", description: "what a POST sends" },
  { value: "update", label: "update", description: "what a PUT sends" },
  { value: "response", label: "response", description: "what a GET returned" },
] as const;
