# Installs into a folder of its own and runs the installed programs from elsewhere, without the build tree's data.
set(prefix ${BUILD}/installed-for-test)
file(REMOVE_RECURSE ${prefix})

function(must_work)
  execute_process(COMMAND ${ARGV} WORKING_DIRECTORY / RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}: exit status ${status}\n${out}${err}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

must_work(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(file
    share/man/man1/broadsheet-index.1 share/man/man1/broadsheet-search.1
    share/bash-completion/completions/broadsheet-index share/bash-completion/completions/broadsheet-search
    share/broadsheet/country_names.tsv)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()

set(archive ${prefix}/test.archive)
must_work(${prefix}/bin/broadsheet-index ${archive} ${ROOT}/sample-corpus/dumps/texts --quiet)
if(NOT out MATCHES "rejected 0\n$")
  message(FATAL_ERROR "the installed indexer says: ${out}")
endif()
must_work(${prefix}/bin/broadsheet-search ${archive} --country Germany)
file(REMOVE_RECURSE ${prefix})
