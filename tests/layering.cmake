# Includes run one way: indexer -> common <- searcher, and inside a program only the files at its root know all rooms.
# forbid(FOLDER PATTERN): no file below FOLDER includes a header whose path matches PATTERN.
function(forbid folder pattern)
  file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cc)
  if(NOT files)
    message(SEND_ERROR "layering: there is no source in ${folder}; mend tests/layering.cmake")
  endif()
  foreach(file IN LISTS files)
    file(STRINGS ${file} hits REGEX "#include \"(${pattern})")
    if(hits)
      message(SEND_ERROR "layering: ${file} must not have ${hits}")
    endif()
  endforeach()
endfunction()

forbid(common "indexer/|searcher/|tests/")
forbid(indexer "searcher/|tests/")
forbid(searcher "indexer/|tests/")

forbid(indexer/readers "indexer/(normalise|entities|archive|[a-z_]+\\.h)")
forbid(indexer/normalise "indexer/(entities|archive|[a-z_]+\\.h)")
forbid(indexer/entities "indexer/(readers|normalise|archive|[a-z_]+\\.h)")
forbid(indexer/segment "indexer/(readers|normalise|entities|archive|[a-z_]+\\.h)")
forbid(indexer/archive "indexer/(readers|normalise|entities|[a-z_]+\\.h)")

forbid(searcher/query "searcher/(match|render|[a-z_]+\\.h)")
forbid(searcher/match "searcher/(render|(answer|engine|inventory|request)\\.h)")
forbid(searcher/render "searcher/(match|(answer|engine|inventory|request)\\.h)")
