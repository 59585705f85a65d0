// A conversation written out by a template as Ollama does it: text/template, a missing name is empty, and the names
// System, Messages and Response. Standard library only; reads and writes JSON.
package main

import (
	"encoding/json"
	"os"
	"strings"
	"text/template"
)

type message struct{ Role, Content string }

func main() {
	var asked struct {
		Template      string
		Conversations [][]message
	}
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		panic(err)
	}
	parsed := template.Must(template.New("").Option("missingkey=zero").Parse(asked.Template))
	written := []string{}
	for _, messages := range asked.Conversations {
		system := []string{}
		for _, one := range messages {
			if one.Role == "system" {
				system = append(system, one.Content)
			}
		}
		var text strings.Builder
		names := map[string]any{"System": strings.Join(system, "\n\n"), "Messages": messages, "Response": ""}
		if err := parsed.Execute(&text, names); err != nil {
			panic(err)
		}
		written = append(written, text.String())
	}
	if err := json.NewEncoder(os.Stdout).Encode(written); err != nil {
		panic(err)
	}
}
