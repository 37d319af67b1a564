# bash completion for broadsheet-index and broadsheet-search; SPDX-License-Identifier: GPL-2.0-or-later

_broadsheet_index() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local options='--format --collection --source --language --date --timezone --map --path --entities --jobs --memory
    --dry-run --rejects --delete --undelete --optimize --check --repair --reindex --quiet --help --version'
  case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W 'text json csv reuters-sgml nitf newsml newsml-g2 rss atom iptc-7901 anpa mail texts trec html warc mediawiki' -- "$current") ;;
    --entities) mapfile -t COMPREPLY < <(compgen -W 'all given' -- "$current") ;;
    --collection | --source | --language | --date | --timezone | --map | --path | --jobs | --memory | --delete | --undelete) ;;
    *)
      if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
      else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
      fi
      ;;
  esac
}

_broadsheet_search() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local facets='person country about org source section topic byline language year month day'
  local options='--phrase --person --country --about --org --source --section --topic --byline --language --from --to
    --include-undated --min-words --facets --facet-find --facet-limit --counts --limit --all --offset --sort --copies --format
    --fields --bom --queries --natural --expand --no-expand --recency --run-tag --show --versions --like --variants --explain --locale --help --help-all --version'
  case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W 'text json jsonl csv trec' -- "$current") ;;
    --sort) mapfile -t COMPREPLY < <(compgen -W 'relevance newest oldest' -- "$current") ;;
    --copies) mapfile -t COMPREPLY < <(compgen -W 'fold show' -- "$current") ;;
    --facets) mapfile -t COMPREPLY < <(compgen -W "$facets none" -- "$current") ;;
    --counts) mapfile -t COMPREPLY < <(compgen -W "$facets" -- "$current") ;;
    --queries) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    *)
      if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
      elif [[ $COMP_CWORD -eq 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
      fi
      ;;
  esac
}

complete -F _broadsheet_index broadsheet-index
complete -F _broadsheet_search broadsheet-search
